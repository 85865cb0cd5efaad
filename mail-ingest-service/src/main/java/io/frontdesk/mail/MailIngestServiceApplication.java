package io.frontdesk.mail;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class MailIngestServiceApplication {

	public static void main(String[] args) {
		SpringApplication.run(MailIngestServiceApplication.class, args);
	}

}
