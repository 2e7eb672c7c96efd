package uz.muhr.client.tracking;

/** What a file of events is written in. */
public enum Standard {
    EPCIS_2_0("EPCIS 2.0"),
    DCSA_2_2("DCSA track and trace 2.2"),
    DCSA_3_0("DCSA track and trace 3.0");

    private final String title;

    Standard(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
