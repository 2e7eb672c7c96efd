package uz.muhr.client.submission;

import java.time.Duration;

/** Told how long each stage of a write took, and what it was about; for whoever measures. */
public interface Stages {
    /** Nobody measures. */
    Stages UNWATCHED = new Stages() {
        @Override
        public void took(Stage stage, Duration time) {}

        @Override
        public void group(int documents) {}

        @Override
        public void overtaken() {}
    };

    /** The stages of a transaction, in their order. */
    enum Stage {
        ENDORSE,
        SUBMIT,
        COMMIT
    }

    /** A stage ended, well or not. */
    void took(Stage stage, Duration time);

    /** So many documents share a transaction that is sent. */
    void group(int documents);

    /** Another transaction came first, and the write is tried anew. */
    void overtaken();
}
