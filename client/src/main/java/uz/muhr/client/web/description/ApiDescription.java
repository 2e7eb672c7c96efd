package uz.muhr.client.web.description;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** The part of the description that is not read from the controllers: what it is about, and every schema. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    @Bean
    OpenAPI openApi() throws IOException {
        try (InputStream in = new ClassPathResource("openapi.json", ApiDescription.class).getInputStream()) {
            return Json31.mapper().readValue(in, OpenAPI.class);
        }
    }
}
