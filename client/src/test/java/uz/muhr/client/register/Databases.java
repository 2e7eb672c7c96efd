package uz.muhr.client.register;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The databases a test runs on: a file of H2, and PostgreSQL where it is installed. */
public final class Databases implements ArgumentsProvider {
    /** Makes an empty database of one kind; its folder is the client's. */
    public interface NewDatabase extends Function<Path, RegisterSettings> {}

    private record Postgres(Optional<PostgresServer> server) implements AutoCloseable {
        static Postgres start() {
            try {
                Postgres postgres = new Postgres(PostgresServer.start());
                if (postgres.server.isEmpty()) {
                    System.out.println("PostgreSQL is not installed: the register was tested on H2 alone.");
                }
                return postgres;
            } catch (Exception e) {
                throw new AssertionError("PostgreSQL does not start.", e);
            }
        }

        @Override
        public void close() {
            server.ifPresent(PostgresServer::close);
        }
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        NewDatabase h2 = folder -> RegisterSettings.of(folder, null, null, null);
        NewDatabase postgresql = folder -> {
            Optional<PostgresServer> server = context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Postgres.class, absent -> Postgres.start(), Postgres.class)
                    .server();
            Assumptions.assumeTrue(server.isPresent(), "PostgreSQL is not installed");
            return server.orElseThrow().newDatabase(folder);
        };
        return Stream.of(Arguments.of(Named.of("H2", h2)), Arguments.of(Named.of("PostgreSQL", postgresql)));
    }
}
