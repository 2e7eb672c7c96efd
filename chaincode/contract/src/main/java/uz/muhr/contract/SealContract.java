package uz.muhr.contract;

import java.time.Clock;
import java.util.List;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Info;
import org.hyperledger.fabric.contract.annotation.Transaction;
import uz.muhr.protocol.consignment.ConsignmentEvent;
import uz.muhr.protocol.consignment.ConsignmentId;
import uz.muhr.protocol.consignment.ConsignmentLinking;
import uz.muhr.protocol.consignment.ConsignmentOpening;
import uz.muhr.protocol.consignment.ConsignmentRecord;
import uz.muhr.protocol.consignment.RegistryKeyHash;
import uz.muhr.protocol.consignment.RegistryRecord;
import uz.muhr.protocol.consignment.SealReference;
import uz.muhr.protocol.consignment.SealTag;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.Role;
import uz.muhr.protocol.record.SequenceNumber;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.seal.SealRecord;
import uz.muhr.protocol.sealing.AffixRequest;
import uz.muhr.protocol.sealing.ObservationList;
import uz.muhr.protocol.sealing.Observed;
import uz.muhr.protocol.sealing.Observing;
import uz.muhr.protocol.sealing.ReplaceRequest;
import uz.muhr.protocol.sealing.SealRequest;
import uz.muhr.protocol.sealing.Sealer;
import uz.muhr.protocol.sealing.Sealing;

/** Container seals on freight and the consignments they protect. Electronic seals on documents are another matter. */
@Contract(name = "seal", info = @Info(title = "Container seals and consignments", version = "1"))
public final class SealContract implements ContractInterface {
    /** Registers the key under which the caller's organisation tags its seals. Argument: its hash. Answer: {@link RegistryRecord}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String register(Context context) {
        return Call.answer(context, 1, call -> {
            RegistryKeyHash key = new RegistryKeyHash(call.argument(0));
            Change change = call.change(List.of(Role.REGISTRAR, Role.CARRIER, Role.OFFICER), Clock.systemUTC());
            RegistryRecord registry = RegistryRecord.register(key, call.seals().registry(call.organisation()), change);
            call.seals().register(call.organisation(), registry);
            return registry.write();
        });
    }

    /** The registry key of an organisation. Argument: its MSP id. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String registry(Context context) {
        return Call.answer(context, 1, call -> call.seals()
                .registry(new MspId(call.argument(0)))
                .orElseThrow(() -> new Refusal(
                        ErrorCode.UNKNOWN_REGISTRY, "The organisation has registered no key for container seals."))
                .write());
    }

    /** Which seal an organisation has affixed under a tag. Arguments: its MSP id; the tag. Answer: {@link SealName}. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String tagged(Context context) {
        return Call.answer(context, 2, call -> call.seals()
                .tagged(new MspId(call.argument(0)), new SealTag(call.argument(1)))
                .orElseThrow(() -> new Refusal(
                        ErrorCode.UNKNOWN_SEAL, "The organisation has affixed no container seal under this tag."))
                .write());
    }

    /** Opens a consignment. Argument: a {@link ConsignmentOpening}. Answer: its record. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String open(Context context) {
        return Call.answer(context, 1, call -> {
            ConsignmentOpening request = ConsignmentOpening.parse(call.argument(0));
            Sealer sealer = sealer(call);
            ConsignmentEvent event = request.decide(call.seals().consignment(request.consignment()), sealer.change());
            ConsignmentRecord record = ConsignmentRecord.first(event);
            call.seals().write(event, record);
            return record.write();
        });
    }

    /** Links containers and documents to a consignment. Argument: a {@link ConsignmentLinking}. Answer: its record. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String link(Context context) {
        return Call.answer(context, 1, call -> {
            ConsignmentLinking request = ConsignmentLinking.parse(call.argument(0));
            Sealer sealer = sealer(call);
            ConsignmentRecord before = call.seals().existingConsignment(request.consignment());
            ConsignmentEvent event = request.decide(before, sealer.change());
            ConsignmentRecord after = before.next(event);
            call.seals().write(event, after);
            return after.write();
        });
    }

    /** A consignment with the records of its seals. Argument: its id. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String consignment(Context context) {
        return Call.answer(context, 1, call -> call.seals()
                .sealedConsignment(new ConsignmentId(call.argument(0)))
                .write());
    }

    /** A page of a consignment's events. Arguments: its id; the event to begin with, 0 for the newest. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String links(Context context) {
        return Call.answer(context, 2, call -> call.seals()
                .links(new ConsignmentId(call.argument(0)), SequenceNumber.parseOrNone(call.argument(1)))
                .write());
    }

    /** Puts a seal on a container. Argument: an {@link AffixRequest}. Answer: the seal's record. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String affix(Context context) {
        return Call.answer(context, 1, call -> {
            AffixRequest request = AffixRequest.parse(call.argument(0));
            Sealer sealer = sealer(call);
            SealTag tag = request.seal().tag();
            SealLedger ledger = call.seals();
            ledger.fetch(request.name(), call.organisation(), tag);
            ConsignmentRecord consignment = ledger.existingConsignment(request.consignment());
            Sealing sealing =
                    Sealing.affix(request, consignment, ledger.known(request.name(), call.organisation(), tag), sealer);
            ledger.write(sealing.linked(), consignment.next(sealing.linked()));
            return ledger.affix(sealing.affixed(), tag).write();
        });
    }

    /** Puts a seal in another's place. Argument: a {@link ReplaceRequest}. Answer: the new seal's record. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String replace(Context context) {
        return Call.answer(context, 1, call -> {
            ReplaceRequest request = ReplaceRequest.parse(call.argument(0));
            Sealer sealer = sealer(call);
            SealTag tag = request.by().tag();
            SealLedger ledger = call.seals();
            ledger.fetch(request.successor(), call.organisation(), tag);
            SealRecord before = ledger.existingSeal(request.name());
            ConsignmentRecord consignment =
                    ledger.existingConsignment(request.name().consignment());
            Sealing sealing = Sealing.replace(
                    request, before, consignment, ledger.known(request.successor(), call.organisation(), tag), sealer);
            sealing.replaced().ifPresent(event -> ledger.append(before, event));
            ledger.write(sealing.linked(), consignment.next(sealing.linked()));
            return ledger.affix(sealing.affixed(), tag).write();
        });
    }

    /** Does what concerns one seal alone. Argument: a {@link SealRequest}. Answer: the seal's record. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String act(Context context) {
        return Call.answer(context, 1, call -> {
            SealRequest request = SealRequest.parse(call.argument(0));
            Sealer sealer = sealer(call);
            SealRecord before = call.seals().existingSeal(request.name());
            if (request.act() instanceof SealAct.HandOver handOver
                    && !call.authority().members().include(handOver.to())) {
                throw new Refusal(
                        ErrorCode.UNKNOWN_ORGANISATION,
                        handOver.to() + " is no member; a container seal is handed over to a member organisation.");
            }
            return call.seals().append(before, request.decide(before, sealer)).write();
        });
    }

    /** Records reports and readings. Argument: an {@link ObservationList}. Answer: {@link Observed#write}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String observe(Context context) {
        return Call.answer(context, 1, call -> {
            ObservationList list = ObservationList.parse(call.argument(0));
            Sealer sealer = sealer(call);
            SealLedger ledger = call.seals();
            Observing observing = Observing.decide(list, ledger.seals(list), ledger.observed(list), sealer);
            ledger.write(observing);
            return Observed.write(observing.outcomes());
        });
    }

    /** The record of a seal. Arguments: its consignment's id; its reference. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String read(Context context) {
        return Call.answer(
                context, 2, call -> call.seals().existingSeal(name(call)).write());
    }

    /** A page of a seal's events. Arguments: its consignment's id; its reference; the event to begin with, 0 for the newest. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String history(Context context) {
        return Call.answer(context, 3, call -> call.seals()
                .history(name(call), SequenceNumber.parseOrNone(call.argument(2)))
                .write());
    }

    private static SealName name(Call call) {
        return new SealName(new ConsignmentId(call.argument(0)), new SealReference(call.argument(1)));
    }

    private static Sealer sealer(Call call) {
        Change change = call.change(Sealer.ROLES, Clock.systemUTC());
        return Sealer.of(
                call.role(Sealer.ROLES), type -> call.authority().authority(call.organisation(), type), change);
    }

    @Override
    public void unknownTransaction(Context context) {
        throw Call.unknownFunction(context);
    }
}
