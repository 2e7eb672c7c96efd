package uz.muhr.client.cli;

/** Keeps libraries that log from talking between the command's own lines. */
final class QuietLogs {
    private QuietLogs() {}

    /** Has to come before the first of them is used. */
    static void set() {
        System.setProperty("logback.configurationFile", "uz/muhr/client/cli/logback.xml");
    }
}
