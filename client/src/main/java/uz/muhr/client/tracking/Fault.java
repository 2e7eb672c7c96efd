package uz.muhr.client.tracking;

import java.util.Optional;

/**
 * Something that is wrong with an event.
 *
 * @param event its number in the file, from 1
 * @param id what the event is called, where that could be read
 * @param leftOut whether the event is not used because of it
 */
public record Fault(int event, Optional<String> id, FaultCode code, String sentence, boolean leftOut) {}
