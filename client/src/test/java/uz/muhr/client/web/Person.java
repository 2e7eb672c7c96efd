package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.RequestOptions;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Somebody at a browser: keeps cookies, and sends a session's token along with what changes anything, as our pages do. */
final class Person {
    static final String SESSION = "MUHR-SESSION";
    static final String TOKEN = "XSRF-TOKEN";

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final Door door;
    private final Map<String, String> cookies = new HashMap<>();

    Person(Door door) {
        this.door = door;
    }

    /** Somebody with an account of these roles, made just now, who has signed in. */
    static Person signedIn(Door door, String name, String... roles) {
        Person person = new Person(door);
        person.signIn(name, account(door, name, roles)).is(200);
        return person;
    }

    /** Makes an account, and gives its password. */
    static String account(Door door, String name, String... roles) {
        String list = String.join("\",\"", roles);
        return door.json("/api/accounts", "{\"name\":\"" + name + "\",\"roles\":[\"" + list + "\"]}")
                .is(201)
                .member("password");
    }

    /** A window of a browser in which somebody of these roles has signed in. */
    static BrowserContext window(Browser browser, Browser.NewContextOptions options, Door door, String... roles) {
        String name = "person-" + PEOPLE.incrementAndGet();
        BrowserContext window = browser.newContext(options);
        APIResponse answer = window.request()
                .post(
                        door.at("/api/session").toString(),
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData("{\"name\":\"" + name + "\",\"password\":\"" + account(door, name, roles)
                                        + "\"}"));
        assertEquals(200, answer.status(), answer.text());
        return window;
    }

    Reply signIn(String name, String password) {
        return json("/api/session", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
    }

    Reply signOut() {
        return send("DELETE", "/api/session", BodyPublishers.noBody());
    }

    Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Reply json(String path, String body) {
        return send("POST", path, BodyPublishers.ofString(body));
    }

    Reply send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                door.stranger(path).header("Content-Type", "application/json").method(method, body);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    new TreeMap<>(cookies)
                            .entrySet().stream()
                                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                    .collect(Collectors.joining("; ")));
        }
        if (cookies.containsKey(TOKEN)) {
            request.header("X-XSRF-TOKEN", cookies.get(TOKEN));
        }
        Reply reply = door.send(request);
        reply.response().headers().allValues("Set-Cookie").forEach(this::keep);
        return reply;
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** What the browser has under a name; nothing when it has none. */
    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** Puts something under a name, or nothing. */
    Person with(String name, String value) {
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
        return this;
    }
}
