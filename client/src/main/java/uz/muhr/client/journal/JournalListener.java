package uz.muhr.client.journal;

import uz.muhr.client.submission.Stages;

/** Told what the journal does, on its own threads; for whoever logs and measures. */
public interface JournalListener extends Stages {
    /** A submission reached its end. */
    void settled(Submitted submitted);

    /** A submission was attempted, has no end yet, and will be attempted again. */
    void putOff(Submitted submitted);

    /** The journal's own database or program failed; it goes on by itself. */
    void failed(Exception fault);
}
