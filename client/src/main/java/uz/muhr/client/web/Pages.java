package uz.muhr.client.web;

import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The addresses of the pages that people use, each a file of its own among the static ones. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {
    static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("/", "verify"),
            Map.entry("/issue", "issue"),
            Map.entry("/login", "login"),
            Map.entry("/accounts", "accounts"),
            Map.entry("/documents", "documents"),
            Map.entry("/document", "document"),
            Map.entry("/consignment", "consignment"),
            Map.entry("/audit", "audit"),
            Map.entry("/tour", "tour"));

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        PAGES.forEach((address, name) -> registry.addViewController(address).setViewName("forward:/" + name + ".html"));
    }
}
