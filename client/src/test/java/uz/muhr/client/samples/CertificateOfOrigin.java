package uz.muhr.client.samples;

import static uz.muhr.client.samples.Line.large;
import static uz.muhr.client.samples.Line.plain;
import static uz.muhr.client.samples.Line.small;
import static uz.muhr.client.samples.Line.strong;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** The sample certificate of origin: dried fruit from Samarkand to Poti, boxes in the order such forms usually have. */
record CertificateOfOrigin() implements SampleForm {
    /** Check digit by ISO 6346; the phytosanitary certificate names the same container. */
    static final String CONTAINER = "MUHU 260417 9";

    private static final double[] COLUMNS = {0.06, 0.22, 0.38, 0.15, 0.19};

    @Override
    public SampleIdentity identity() {
        return new SampleIdentity(
                "UZ-CO-2026-000417",
                "861",
                "Certificate of Origin",
                "Chamber of Commerce",
                "ChamberMSP",
                LocalDate.of(2026, 9, 14));
    }

    @Override
    public Ink ink() {
        return Ink.BLUE;
    }

    @Override
    public void drawOn(Sheet sheet) throws IOException {
        sheet.header(identity(), "Non-preferential origin  \u00b7  document type 861 (UNTDID 1001)  \u00b7  original");
        parties(sheet);
        goods(sheet);
        signatures(sheet);
    }

    private void parties(Sheet sheet) throws IOException {
        sheet.row(
                84,
                Cell.of(
                        0.5,
                        "1  EXPORTER",
                        strong("Namuna Quritilgan Mevalar LLC"),
                        plain("7 Namuna Street, warehouse 3"),
                        plain("Samarkand, Uzbekistan"),
                        small("Taxpayer number 000 000 417")),
                Cell.of(
                        0.5,
                        "4  CERTIFICATE NUMBER AND DATE OF ISSUE",
                        large(identity().number()),
                        plain("Issued 2026-09-14 at Samarkand"),
                        small("Quote the number in every enquiry.")));
        sheet.row(
                84,
                Cell.of(
                        0.5,
                        "2  CONSIGNEE",
                        strong("Nimushi Import LLC"),
                        plain("3 Nimushi Quay"),
                        plain("Poti, Georgia"),
                        small("Identification number 000 000 093")),
                Cell.of(
                        0.5,
                        "5  COUNTRY OF ORIGIN AND OF DESTINATION",
                        strong("Origin: Uzbekistan (UZ)"),
                        strong("Destination: Georgia (GE)"),
                        small("Goods wholly obtained: grown, harvested and dried in Samarkand region, crop of 2026.")));
        sheet.row(
                84,
                Cell.of(
                        0.5,
                        "3  MEANS OF TRANSPORT AND ROUTE",
                        plain("Rail and sea, one 40-foot container"),
                        strong("Container " + CONTAINER),
                        small(
                                "Samarkand \u2013 Turkmenbashi \u2013 Alat \u2013 Poti; departure on or about 2026-09-16")),
                Cell.of(
                        0.5,
                        "6  REMARKS",
                        plain("Phytosanitary certificate UZ-PC-2026-001208 of 2026-09-11"),
                        small("High-security bolt seal 0417733 (ISO 17712, class H)")));
    }

    private static void goods(Sheet sheet) throws IOException {
        sheet.headings(
                Cell.of(COLUMNS[0], "7  NO."),
                Cell.of(COLUMNS[1], "8  MARKS AND PACKAGES"),
                Cell.of(COLUMNS[2], "9  DESCRIPTION OF GOODS, HS CODE"),
                Cell.of(COLUMNS[3], "10  GROSS WEIGHT"),
                Cell.of(COLUMNS[4], "11  INVOICE"));
        sheet.row(
                84,
                Cell.of(COLUMNS[0], "", strong("1")),
                Cell.of(
                        COLUMNS[1],
                        "",
                        strong("1,200 cartons"),
                        plain("NQM / POTI"),
                        plain("Nos. 1 \u2013 1200"),
                        small("Lot A-26-081")),
                Cell.of(
                        COLUMNS[2],
                        "",
                        strong("Dried apricots, pitted, whole"),
                        plain("HS 0813 10"),
                        small(
                                "Cartons of 10 kg net, food-grade liner. Variety Mirsanjali, sun-dried, no sugar added.")),
                Cell.of(COLUMNS[3], "", strong("12,600 kg"), small("net 12,000 kg")),
                Cell.of(COLUMNS[4], "", strong("NQM-2026/118"), plain("of 2026-09-07"), small("DAP Poti")));
        sheet.row(
                84,
                Cell.of(COLUMNS[0], "", strong("2")),
                Cell.of(
                        COLUMNS[1],
                        "",
                        strong("800 cartons"),
                        plain("NQM / POTI"),
                        plain("Nos. 1201 \u2013 2000"),
                        small("Lot R-26-035")),
                Cell.of(
                        COLUMNS[2],
                        "",
                        strong("Raisins (dried grapes), seedless"),
                        plain("HS 0806 20"),
                        small("Cartons of 10 kg net, food-grade liner. Variety Black Kishmish, shade-dried.")),
                Cell.of(COLUMNS[3], "", strong("8,400 kg"), small("net 8,000 kg")),
                Cell.of(COLUMNS[4], "", strong("NQM-2026/118"), plain("of 2026-09-07"), small("DAP Poti")));
        sheet.row(
                26,
                Cell.of(COLUMNS[0], ""),
                Cell.of(COLUMNS[1], "", strong("2,000 cartons")),
                Cell.of(COLUMNS[2], "", plain("Total of two items")),
                Cell.of(COLUMNS[3], "", strong("21,000 kg")),
                Cell.of(COLUMNS[4], "", plain("One invoice")));
    }

    private static void signatures(Sheet sheet) throws IOException {
        List<Area> boxes = sheet.row(
                215,
                Cell.of(
                        0.5,
                        "12  DECLARATION BY THE EXPORTER",
                        plain(
                                "For the exporter I declare that every detail on this page is true and that all the goods were "
                                        + "grown and dried in Uzbekistan.")),
                Cell.of(
                        0.5,
                        "13  CERTIFICATION",
                        plain(
                                "The Chamber has examined the exporter's records and confirms that the goods described here "
                                        + "originate in Uzbekistan.")));
        sheet.signature(boxes.get(0), "B. Namunayev, director", "Samarkand, 2026-09-10");
        sheet.signature(boxes.get(1), "M. Namunova, certifying officer", "Samarkand, 2026-09-14");
        sheet.stamp(boxes.get(1), "CHAMBER OF", "COMMERCE", "SAMPLE");
    }
}
