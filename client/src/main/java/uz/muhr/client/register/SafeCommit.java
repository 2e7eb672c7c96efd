package uz.muhr.client.register;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How one transaction of the register's database is made to be on the disk when it ends. The others need not be, for they
 * can be followed again, and both databases answer earlier: H2 up to half a second, and PostgreSQL because it is asked to.
 */
enum SafeCommit {
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

    static SafeCommit of(RegisterSettings settings) {
        return settings.file().isPresent() ? H2 : POSTGRESQL;
    }

    /** In the transaction, before anything else. */
    abstract void begin(JdbcClient jdbc);

    /** After it was committed. */
    abstract void end(JdbcClient jdbc);
}
