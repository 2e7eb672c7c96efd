package uz.muhr.protocol.seal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import uz.muhr.protocol.consignment.ContainerCommitment;
import uz.muhr.protocol.consignment.SealEventId;
import uz.muhr.protocol.consignment.SealReference;
import uz.muhr.protocol.consignment.SealTag;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.refusal.Refusal;

/** An act as JSON: its operation, and what that takes. */
public final class SealActText {
    private static final String WHAT = "An act on a container seal";

    private SealActText() {}

    public static JsonObject json(SealAct act) {
        JsonObject json = new JsonObject();
        json.addProperty("operation", act.operation().name());
        if (act instanceof SealAct.Affix affix) {
            json.addProperty("container", affix.container().hex());
            affix.description().write(json);
            json.addProperty("holder", affix.holder().value());
            affix.replaces().ifPresent(seal -> json.addProperty("replaces", seal.hex()));
            json.addProperty("tag", affix.tag().hex());
        } else if (act instanceof SealAct.HandOver handOver) {
            json.addProperty("to", handOver.to().value());
        } else if (act instanceof SealAct.Inspect inspect) {
            json.addProperty("condition", inspect.condition().code());
        } else if (act instanceof SealAct.Break broken) {
            json.addProperty("reason", broken.reason().text());
        } else if (act instanceof SealAct.Replace replace) {
            json.addProperty("by", replace.by().hex());
        } else if (act instanceof SealAct.Report report) {
            json.addProperty("condition", report.condition().code());
            json.addProperty("id", report.id().hex());
        } else if (act instanceof SealAct.Read read) {
            read.battery().ifPresent(full -> json.addProperty("battery", full));
            json.addProperty("id", read.id().hex());
            json.addProperty("opened", read.opened());
        }
        return json;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static SealAct read(JsonElement json) {
        Members members = Members.of(WHAT, json);
        SealAct act =
                switch (members.text("operation", SealActText::operation)) {
                    case AFFIX ->
                        new SealAct.Affix(
                                members.text("container", ContainerCommitment::new),
                                SealDescription.read(members),
                                members.text("tag", SealTag::new),
                                members.text("holder", MspId::new),
                                members.optionalText("replaces", SealReference::new));
                    case HAND_OVER -> new SealAct.HandOver(members.text("to", MspId::new));
                    case ACCEPT -> new SealAct.Accept();
                    case DECLINE -> new SealAct.Decline();
                    case WITHDRAW -> new SealAct.Withdraw();
                    case INSPECT -> new SealAct.Inspect(members.text("condition", SealCondition::parse));
                    case BREAK -> new SealAct.Break(members.text("reason", BreakReason::parse));
                    case REPLACE -> new SealAct.Replace(members.text("by", SealReference::new));
                    case REMOVE -> new SealAct.Remove();
                    case REPORT ->
                        new SealAct.Report(
                                members.text("id", SealEventId::new), members.text("condition", SealCondition::parse));
                    case READ ->
                        new SealAct.Read(
                                members.text("id", SealEventId::new),
                                members.flag("opened"),
                                members.optionalInteger("battery"));
                };
        members.end();
        return act;
    }

    private static SealOperation operation(String text) {
        for (SealOperation operation : SealOperation.values()) {
            if (operation.name().equals(text)) {
                return operation;
            }
        }
        throw Refusal.malformed(WHAT + " of this name is not known to this version.");
    }
}
