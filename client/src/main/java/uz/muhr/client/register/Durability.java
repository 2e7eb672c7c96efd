package uz.muhr.client.register;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How a database is made to have written what it says it has. Both of ours answer before that by default: H2 up to half a
 * second, and PostgreSQL because the register asks it to.
 */
enum Durability {
    H2 {
        @Override
        void begin(JdbcClient jdbc) {}

        @Override
        void end(JdbcClient jdbc) {
            jdbc.sql("CHECKPOINT SYNC").update();
        }
    },
    POSTGRESQL {
        @Override
        void begin(JdbcClient jdbc) {
            jdbc.sql("SET LOCAL synchronous_commit = on").update();
        }

        @Override
        void end(JdbcClient jdbc) {}
    };

    static Durability of(RegisterSettings settings) {
        return settings.file().isPresent() ? H2 : POSTGRESQL;
    }

    /** In the transaction, before anything else. */
    abstract void begin(JdbcClient jdbc);

    /** After it was committed. */
    abstract void end(JdbcClient jdbc);
}
