import { isList, isObject, type JsonObject } from "../json.ts";

/** A form in which a part is required is itself required, which Swagger 2.0 does not say and the upgrade does not add. */
export function finishSwagger(document: JsonObject): void {
  if (!isObject(document.paths)) return;
  for (const item of Object.values(document.paths).filter(isObject)) {
    for (const operation of Object.values(item).filter(isObject)) {
      const { requestBody } = operation;
      if (!isObject(requestBody) || !isObject(requestBody.content)) continue;
      if (Object.entries(requestBody.content).some(isRequiredForm)) requestBody.required = true;
    }
  }
}

const FORMS = /^(multipart\/form-data|application\/x-www-form-urlencoded)/;

const isRequiredForm = ([mediaType, media]: readonly [string, unknown]): boolean =>
  FORMS.test(mediaType) &&
  isObject(media) &&
  isObject(media.schema) &&
  isList(media.schema.required) &&
  media.schema.required.length > 0;
