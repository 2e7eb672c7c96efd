package uz.muhr.client.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import uz.muhr.client.register.LiveRegister;
import uz.muhr.client.web.guard.OwnNames;

/** Serves the REST interface and the page until it is told to stop. */
@SpringBootApplication(proxyBeanMethods = false)
public class WebApplication {
    public static void main(String... arguments) {
        SpringApplication.run(WebApplication.class, arguments);
    }

    /** Whoever waits for news is sent home before the server waits for whoever is being served. */
    @EventListener
    void ending(ContextClosedEvent event) {
        event.getApplicationContext().getBean(LiveRegister.class).newBlocks().close();
    }

    /** Where to go, on standard output, once somebody answers there. */
    @EventListener
    void ready(WebServerInitializedEvent event) {
        OwnNames own = event.getApplicationContext().getBean(OwnNames.class);
        System.out.println("Muhr is at " + own.address(event.getWebServer().getPort()));
    }
}
