package uz.muhr.client.samples;

import java.time.LocalDate;

/**
 * What a sample document is, as its document information states it.
 *
 * @param number the agency's own number, for example {@code UZ-CO-2026-000417}
 * @param type the document type, UNTDID 1001
 * @param title what the form calls itself
 * @param issuer the agency's name as printed
 * @param mspId the agency's name on the sample network
 * @param issued the date of issue printed on the form
 */
record SampleIdentity(String number, String type, String title, String issuer, String mspId, LocalDate issued) {}
