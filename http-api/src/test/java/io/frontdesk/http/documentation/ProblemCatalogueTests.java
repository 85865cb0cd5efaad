package io.frontdesk.http.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.swagger.v3.oas.models.OpenAPI;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;

class ProblemCatalogueTests {

	@Test
	void everyProblemIsListedAsItIsAnswered() {
		var beans = new DefaultListableBeanFactory();
		AutoConfigurationPackages.register(beans, "io.frontdesk.none");
		var document = new OpenAPI();
		new ProblemCatalogue(beans).customise(document);
		assertThat(document.getExtensions().get(ProblemCatalogue.EXTENSION))
				.asInstanceOf(InstanceOfAssertFactories.LIST)
				.doesNotHaveDuplicates()
				.contains(
						Map.of("type", "/problems/invalid-request", "status", 400, "detail",
								"Some of the request is not valid; see errors."),
						Map.of("type", "/problems/forbidden", "status", 403, "detail",
								"Your role does not include this. A super admin can do it, or select the feature for you if you are staff."));
	}

}
