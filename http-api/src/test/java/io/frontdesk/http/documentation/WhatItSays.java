package io.frontdesk.http.documentation;

import java.util.Set;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

/** Puts into the document what {@link Says} says. */
class WhatItSays implements GlobalOperationCustomizer {

	/** Until {@link ApiDescription} has read it. */
	static final String SAYS = "x-says";

	@Override
	public Operation customize(Operation operation, HandlerMethod method) {
		var says = method.getMethodAnnotation(Says.class);
		if (says == null) {
			return operation;
		}
		operation.setOperationId(says.id());
		operation.setSummary(says.summary());
		operation.addExtension(SAYS, says);
		if (says.second()) {
			operation.addExtension(WholeDocument.SECOND, true);
		}
		operation.setResponses(answers(operation.getResponses(), says));
		operation.getResponses()
				.forEach((status, answer) -> AnswerHeaders.of(status, method, says)
						.forEach(name -> AnswerHeaders.add(answer, name)));
		return operation;
	}

	private static ApiResponses answers(ApiResponses read, Says says) {
		var answers = new ApiResponses();
		read.forEach((status, answer) -> {
			var wanted = (says.answers().length > 0 && status.equals("200"))
					? Integer.toString(says.answers()[0].value())
					: status;
			answers.addApiResponse(wanted, answer.content(content(wanted, answer.getContent(), says)));
		});
		for (var more : says.answers()) {
			answers.computeIfAbsent(Integer.toString(more.value()), _ -> new ApiResponse());
		}
		answers.forEach((status, answer) -> answer.setDescription(
				HttpStatus.valueOf(Integer.parseInt(status)).getReasonPhrase()));
		return answers;
	}

	private static @Nullable Content content(String status, @Nullable Content read, Says says) {
		if (!says.gives().isEmpty()) {
			return new Content().addMediaType("application/json",
					new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + says.gives())));
		}
		if (status.equals("204") || says.produces().isEmpty()) {
			return status.equals("204") ? null : read;
		}
		return new Content().addMediaType(says.produces(), raw(says.produces()));
	}

	static MediaType raw(String type) {
		var text = new Schema<>().types(Set.of("string"));
		if (!type.startsWith("text/")) {
			text.setFormat("binary");
		}
		return new MediaType().schema(text);
	}

}
