package io.frontdesk.mail;

import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class MailIngestServiceApplication {

	public static void main(String[] args) {
		// Jakarta Mail would look through all jars for it with each part that it reads or writes.
		System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
		SpringApplication.run(MailIngestServiceApplication.class, args);
	}

}
