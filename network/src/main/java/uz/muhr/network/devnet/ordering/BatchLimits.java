package uz.muhr.network.devnet.ordering;

/** How large a block and a transaction may be. */
public final class BatchLimits {
    /** The most transactions in a block. */
    public static final int MAX_COUNT = 500;

    /** A block is cut before it would exceed this many bytes, unless one transaction alone does. */
    public static final int PREFERRED_BYTES = 2 << 20;

    /** A larger transaction is refused. */
    public static final int MAX_BYTES = 10 << 20;

    private BatchLimits() {}
}
