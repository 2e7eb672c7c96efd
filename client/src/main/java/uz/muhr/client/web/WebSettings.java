package uz.muhr.client.web;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is set from outside, as properties of the same names under {@code muhr}.
 *
 * @param profiles the folder of client profiles; relative to the working directory
 * @param as who this client acts as: an organisation's name, alone or with a user
 * @param data where this client keeps what it must not lose; relative to the working directory
 */
@ConfigurationProperties("muhr")
record WebSettings(
        @DefaultValue(".muhr/network/profiles") String profiles,
        @DefaultValue("customs/officer") String as,
        @DefaultValue(".muhr/client") String data) {

    Path profilesFolder() {
        return Path.of(profiles);
    }

    Path receiptsFolder() {
        return Path.of(data, "receipts");
    }
}
