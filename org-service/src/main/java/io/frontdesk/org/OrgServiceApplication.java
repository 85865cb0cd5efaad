package io.frontdesk.org;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class OrgServiceApplication {

	public static void main(String[] args) {
		SpringApplication.run(OrgServiceApplication.class, args);
	}

}
