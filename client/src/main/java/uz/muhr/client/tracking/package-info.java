/**
 * Beside the flow: a file of events comes in as others keep them, EPCIS 2.0 or DCSA track and trace. What was seen of containers and their seals leaves, and by name all that is wrong with the file.
 */
@NullMarked
package uz.muhr.client.tracking;

import org.jspecify.annotations.NullMarked;
