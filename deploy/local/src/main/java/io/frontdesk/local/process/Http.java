package io.frontdesk.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Whether an address on this machine answers 200. */
public final class Http {

	private Http() {}

	public static boolean isOk(String url) {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
			connection.setConnectTimeout(1000);
			connection.setReadTimeout(5000);
			int status = connection.getResponseCode();
			connection.disconnect();
			return status == HttpURLConnection.HTTP_OK;
		} catch (IOException _) {
			return false;
		}
	}

}
