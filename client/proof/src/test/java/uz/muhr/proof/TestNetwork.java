package uz.muhr.proof;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import uz.muhr.protocol.identifier.MspId;

/** The four organisations of the tests; the chamber issues. Their keys are made once. */
public record TestNetwork(
        TestOrganisation customs, TestOrganisation chamber, TestOrganisation quarantine, TestOrganisation carrier) {
    private static final TestNetwork ONLY = create();

    /** The same organisations with other keys. */
    public static TestNetwork create() {
        return new TestNetwork(
                TestOrganisation.create("CustomsMSP"),
                TestOrganisation.create("ChamberMSP"),
                TestOrganisation.create("QuarantineMSP"),
                TestOrganisation.create("CarrierMSP"));
    }

    public static TestNetwork get() {
        return ONLY;
    }

    /** In the order of their orderers' numbers. */
    public List<TestOrganisation> organisations() {
        return List.of(customs, chamber, quarantine, carrier);
    }

    public SortedSet<MspId> names() {
        SortedSet<MspId> names = new TreeSet<>();
        organisations().forEach(organisation -> names.add(organisation.msp()));
        return names;
    }
}
