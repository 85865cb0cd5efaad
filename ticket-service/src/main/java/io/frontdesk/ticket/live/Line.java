package io.frontdesk.ticket.live;

import java.io.IOException;

/** A connection to somebody who watches. Writing may take as long as the other side takes to read. */
public interface Line {

	void write(String text) throws IOException;

	void hangUp();

}
