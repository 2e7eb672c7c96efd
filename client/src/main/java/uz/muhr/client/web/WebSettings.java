package uz.muhr.client.web;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uz.muhr.client.register.RegisterSettings;

/**
 * What is set from outside, as properties of the same names under {@code muhr}.
 *
 * @param profiles the folder of client profiles; relative to the working directory
 * @param as who this client acts as: an organisation's name, alone or with a user
 * @param data where this client keeps what it must not lose; relative to the working directory
 * @param register where the register's database is
 */
@ConfigurationProperties("muhr")
record WebSettings(
        @DefaultValue(".muhr/network/profiles") String profiles,
        @DefaultValue("customs/officer") String as,
        @DefaultValue(".muhr/client") String data,
        @DefaultValue RegisterPlace register) {

    /**
     * A PostgreSQL for the register; a file under {@code data} where no URL is given.
     *
     * @param url such as {@code jdbc:postgresql://127.0.0.1:5432/muhr}
     */
    record RegisterPlace(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password) {}

    Path profilesFolder() {
        return Path.of(profiles);
    }

    RegisterSettings registerSettings() {
        return RegisterSettings.of(Path.of(data), register.url, register.user, register.password);
    }

    Path receiptsFolder() {
        return Path.of(data, "receipts");
    }
}
