package uz.muhr.client.tracking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the sensors of an EPCIS event say of a seal. GS1 has no words for a seal's two signals, so any vocabulary's are taken:
 * a report of type {@code SealOpened} with a {@code booleanValue}, and one of type {@code BatteryLevel} with a {@code value} in
 * per cent (unit P1).
 *
 * @param devices their identifiers
 * @param opened what was said of the seal; two values when sensors disagree
 */
record EpcisSensors(List<String> devices, Set<Boolean> opened, Optional<Integer> battery) {
    private static final Set<String> ELEMENT = Set.of("sensorMetadata", "sensorReport");
    private static final Set<String> METADATA = Set.of(
            "time",
            "startTime",
            "endTime",
            "deviceID",
            "deviceMetadata",
            "rawData",
            "dataProcessingMethod",
            "bizRules");
    private static final Set<String> REPORT = Set.of(
            "type",
            "exception",
            "deviceID",
            "deviceMetadata",
            "rawData",
            "dataProcessingMethod",
            "time",
            "microorganism",
            "chemicalSubstance",
            "value",
            "component",
            "stringValue",
            "booleanValue",
            "hexBinaryValue",
            "uriValue",
            "minValue",
            "maxValue",
            "meanValue",
            "sDev",
            "percRank",
            "percValue",
            "uom",
            "coordinateReferenceSystem",
            "bizRules");
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    static EpcisSensors read(Part event, EventTimes times) {
        Set<String> devices = new LinkedHashSet<>();
        Set<Boolean> opened = new LinkedHashSet<>();
        List<Integer> batteries = new ArrayList<>();
        for (Part element : event.parts("sensorElementList")) {
            EpcisEvent.refuseUnknown(element, ELEMENT);
            element.part("sensorMetadata").ifPresent(metadata -> {
                EpcisEvent.refuseUnknown(metadata, METADATA);
                times.optional(metadata, "time");
                metadata.text("deviceID").ifPresent(devices::add);
            });
            for (Part report : element.parts("sensorReport")) {
                EpcisEvent.refuseUnknown(report, REPORT);
                times.optional(report, "time");
                report.text("deviceID").ifPresent(devices::add);
                String type = report.text("type").map(EpcisEvent::local).orElse("");
                if (type.equals("SealOpened")) {
                    openedBit(report).ifPresent(opened::add);
                } else if (type.equals("BatteryLevel")) {
                    batteryLevel(report).ifPresent(batteries::add);
                }
            }
        }
        return new EpcisSensors(List.copyOf(devices), opened, batteries.stream().min(Integer::compare));
    }

    private static Optional<Boolean> openedBit(Part report) {
        Optional<Boolean> opened = report.flag("booleanValue");
        if (!report.has("booleanValue")) {
            report.findings()
                    .reject(
                            FaultCode.MISSING_MEMBER,
                            report.path("booleanValue") + " of the report on the seal is missing.");
        }
        return opened;
    }

    private static Optional<Integer> batteryLevel(Part report) {
        Optional<BigDecimal> level = report.number("value");
        boolean inRange = level.filter(value -> value.signum() >= 0 && value.compareTo(FULL) <= 0)
                .isPresent();
        if (!inRange || !report.text("uom").filter("P1"::equals).isPresent()) {
            report.findings()
                    .reject(
                            FaultCode.WRONG_STRUCTURE,
                            "The report on the battery has to have a value from 0 to 100 and the unit P1.");
        }
        return level.filter(value -> inRange).map(BigDecimal::intValue);
    }
}
