package io.frontdesk.http.container;

import org.apache.coyote.http11.Http11NioProtocol;

/** Tomcat makes this by its name, and only then it can be told the limits. */
public final class PacedProtocol extends Http11NioProtocol {

	private final CountedEndpoint endpoint;

	public PacedProtocol() {
		this(new CountedEndpoint());
	}

	private PacedProtocol(CountedEndpoint endpoint) {
		super(endpoint);
		this.endpoint = endpoint;
	}

	void limit(ConnectionSettings settings, OpenConnections open) {
		this.endpoint.limit(settings, open);
	}

}
