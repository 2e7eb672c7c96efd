package uz.muhr.client.samples;

import java.io.IOException;

/** A form that fills one page: what it is, and how it is drawn. */
sealed interface SampleForm permits CertificateOfOrigin, ImportPermit {
    SampleIdentity identity();

    Ink ink();

    void drawOn(Sheet sheet) throws IOException;
}
