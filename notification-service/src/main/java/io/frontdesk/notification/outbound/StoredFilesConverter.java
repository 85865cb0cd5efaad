package io.frontdesk.notification.outbound;

import java.util.List;

import jakarta.persistence.AttributeConverter;
import tools.jackson.core.type.TypeReference;

import io.frontdesk.events.EventJson;
import io.frontdesk.events.MailReceived.StoredFile;

class StoredFilesConverter implements AttributeConverter<List<StoredFile>, String> {

	@Override
	public String convertToDatabaseColumn(List<StoredFile> files) {
		return EventJson.MAPPER.writeValueAsString(files);
	}

	@Override
	public List<StoredFile> convertToEntityAttribute(String json) {
		return EventJson.MAPPER.readValue(json, new TypeReference<>() {
		});
	}

}
