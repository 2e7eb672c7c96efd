package uz.muhr.client.web.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** What the server refuses before anything of ours sees it, such as a request line without end, is a problem too. */
public final class EarlyRefusals extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(EarlyRefusals.class);
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(JSON.writeValueAsBytes(Problem.ofStatus(status)));
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("Who asked is gone", e);
        }
    }
}
