/**
 * The first step: who takes part in the network. In goes {@code network.yaml}; out comes a checked
 * {@link uz.muhr.network.topology.Topology}, or one sentence that says what in the file is wrong and where.
 */
@NullMarked
package uz.muhr.network.topology;

import org.jspecify.annotations.NullMarked;
