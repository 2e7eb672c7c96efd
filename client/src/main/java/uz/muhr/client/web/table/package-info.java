/**
 * Tables for spreadsheets: pages of the register or counts come in, CSV (RFC 4180) leaves, row by row.
 */
@NullMarked
package uz.muhr.client.web.table;

import org.jspecify.annotations.NullMarked;
