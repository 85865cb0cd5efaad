package io.frontdesk.load;

import java.io.ByteArrayInputStream;
import java.util.Properties;

import io.frontdesk.local.stack.LocalStack;
import io.frontdesk.local.stack.Ports;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/** One connection to the stack's mail server, over which mails to the support address go. */
final class Postbox implements AutoCloseable {

	private static final String HOST = "127.0.0.1";

	private final InternetAddress[] to;

	private final Session session;

	private final Transport transport;

	Postbox(LocalStack stack) throws MessagingException {
		this.to = InternetAddress.parse(stack.supportAddress());
		Properties properties = new Properties();
		properties.setProperty("mail.smtp.host", HOST);
		properties.setProperty("mail.smtp.port", String.valueOf(stack.ports().of(Ports.Name.SMTP)));
		this.session = Session.getInstance(properties);
		this.transport = this.session.getTransport("smtp");
		this.transport.connect();
	}

	void send(BenchMail mail) throws MessagingException {
		this.transport.sendMessage(new MimeMessage(this.session, new ByteArrayInputStream(mail.content())), this.to);
	}

	@Override
	public void close() throws MessagingException {
		this.transport.close();
	}

}
