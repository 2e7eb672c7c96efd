package uz.muhr.client.samples;

import static uz.muhr.client.samples.Line.large;
import static uz.muhr.client.samples.Line.plain;
import static uz.muhr.client.samples.Line.small;
import static uz.muhr.client.samples.Line.strong;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** The sample import permit: seed potatoes, limited in quantity and time, so that customs can draw from it. */
record ImportPermit() implements SampleForm {
    private static final double[] COLUMNS = {0.34, 0.26, 0.16, 0.24};

    @Override
    public SampleIdentity identity() {
        return new SampleIdentity(
                "UZ-IP-2026-000093",
                "911",
                "Import Permit",
                "Plant Quarantine Agency",
                "QuarantineMSP",
                LocalDate.of(2026, 1, 5));
    }

    @Override
    public Ink ink() {
        return Ink.GREEN;
    }

    @Override
    public void drawOn(Sheet sheet) throws IOException {
        sheet.header(identity(), "Plants and plant products under quarantine  \u00b7  document type 911 (UNTDID 1001)");
        permission(sheet);
        goods(sheet);
        conditions(sheet);
        signatures(sheet);
    }

    private void permission(Sheet sheet) throws IOException {
        sheet.row(
                58,
                Cell.of(0.36, "1  PERMIT NUMBER", large(identity().number())),
                Cell.of(0.24, "2  DATE OF ISSUE", large("2026-01-05")),
                Cell.of(0.40, "3  VALID", large("2026-01-01 to 2026-12-31"), small("First and last day included.")));
        sheet.row(
                84,
                Cell.of(
                        0.5,
                        "4  IMPORTER",
                        strong("Namuna Kartoshka Farm LLC"),
                        plain("1 Namuna Road, Namuna village"),
                        plain("Tashkent region, Uzbekistan"),
                        small("Taxpayer number 000 000 093")),
                Cell.of(
                        0.5,
                        "5  EXPORTER",
                        strong("Paraugs Seed SIA"),
                        plain("5 Paraugs Street"),
                        plain("Riga, Latvia"),
                        small("Registration number 000 001 208")));
        sheet.row(
                64,
                Cell.of(
                        0.5,
                        "6  COUNTRY OF ORIGIN AND OF DISPATCH",
                        strong("Latvia (LV)"),
                        small("Transit through other countries in closed, sealed vehicles.")),
                Cell.of(
                        0.5,
                        "7  POINT OF ENTRY AND MEANS OF TRANSPORT",
                        strong("Yallama, road border crossing"),
                        small("Inspection by the border plant quarantine point before customs clearance.")));
    }

    private static void goods(Sheet sheet) throws IOException {
        sheet.headings(
                Cell.of(COLUMNS[0], "8  COMMODITY AND PURPOSE"),
                Cell.of(COLUMNS[1], "9  BOTANICAL NAME"),
                Cell.of(COLUMNS[2], "10  HS CODE"),
                Cell.of(COLUMNS[3], "11  PERMITTED QUANTITY"));
        sheet.row(
                62,
                Cell.of(
                        COLUMNS[0],
                        "",
                        strong("Seed potatoes"),
                        plain("for planting"),
                        small("In new bags or in containers, without soil.")),
                Cell.of(COLUMNS[1], "", strong("Solanum tuberosum L."), small("Certified seed, class A or higher")),
                Cell.of(COLUMNS[2], "", strong("0701 10")),
                Cell.of(COLUMNS[3], "", large("25 tonnes"), small("25,000 kg net, in any number of consignments")));
    }

    private static void conditions(Sheet sheet) throws IOException {
        sheet.row(
                132,
                Cell.of(
                        1,
                        "12  PLANT HEALTH REQUIREMENTS",
                        plain(
                                "a)  Each consignment is accompanied by a phytosanitary certificate of the exporting country that "
                                        + "names this permit."),
                        plain(
                                "b)  The place of production was free, during the last two seasons, from Synchytrium endobioticum, "
                                        + "Clavibacter sepedonicus and Ralstonia solanacearum."),
                        plain(
                                "c)  The field was sampled and found free from Globodera rostochiensis and Globodera pallida."),
                        plain(
                                "d)  The tubers carry less than one per cent of soil by weight and no sprouts longer than 2 mm."),
                        plain("e)  Bags are closed with official labels that name variety, class, lot and grower.")));
        sheet.row(
                74,
                Cell.of(
                        1,
                        "13  USE OF THIS PERMIT",
                        plain(
                                "Customs writes the net weight of each admitted consignment off the permitted quantity. The permit "
                                        + "ends when the quantity is used up or on its last day, whichever comes first. It cannot be "
                                        + "transferred, and the agency may suspend or revoke it when the plant health situation in the "
                                        + "country of origin changes.")));
    }

    private static void signatures(Sheet sheet) throws IOException {
        List<Area> boxes = sheet.row(
                186,
                Cell.of(
                        0.5,
                        "14  UNDERTAKING BY THE IMPORTER",
                        plain(
                                "The importer has read the requirements above and will present every consignment for inspection "
                                        + "before it is unloaded.")),
                Cell.of(
                        0.5,
                        "15  ISSUED FOR THE AGENCY",
                        plain("The import described above is permitted on the stated terms.")));
        sheet.signature(boxes.get(0), "K. Namunayeva, manager", "Tashkent, 2026-01-05");
        sheet.signature(boxes.get(1), "S. Namunov, chief inspector", "Tashkent, 2026-01-05");
        sheet.stamp(boxes.get(1), "PLANT", "QUARANTINE", "SAMPLE");
    }
}
