package uz.muhr.network.devnet.ledger;

import java.io.ByteArrayOutputStream;

/** Where a value was last written: the block and the transaction's index in it. */
public record Version(long block, int transaction) {
    /** As read sets carry it. */
    public org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version toProto() {
        return org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version.newBuilder()
                .setBlockNum(block)
                .setTxNum(transaction)
                .build();
    }

    /** As the commit hash takes it: both numbers, each as its count of significant bytes and these bytes. */
    byte[] orderPreserving() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        append(out, block);
        append(out, transaction);
        return out.toByteArray();
    }

    private static void append(ByteArrayOutputStream out, long number) {
        int size = (Long.SIZE - Long.numberOfLeadingZeros(number) + 7) / 8;
        out.write(size);
        for (int i = size - 1; i >= 0; i--) {
            out.write((int) (number >>> (8 * i)));
        }
    }
}
