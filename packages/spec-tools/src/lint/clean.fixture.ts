/** A spec that keeps every rule: each case of the test changes one thing in it. */
export const clean = `openapi: 3.1.0

info:
  title: Things
  version: 1.0.0
  description: Keeps things.
  license:
    name: MIT
    url: https://opensource.org/license/mit
  x-source: https://docs.example.com/

servers:
  - url: https://api.things.test
    description: The public API.

security:
  - key: []

tags:
  - name: Things
    description: What is kept.

paths:
  /things:
    post:
      operationId: createThing
      tags: [Things]
      summary: Create a thing
      description: Keeps a new thing.
      x-source: https://docs.example.com/create
      x-effect: create
      x-recovery: List the things and look for the name.
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: "#/components/schemas/ThingDraft"
            examples:
              lamp:
                summary: A lamp
                value: { name: lamp, token: example-secret, colour: RED, weight: 3 }
      responses:
        "201":
          description: The new thing.
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Thing"
              examples:
                lamp:
                  summary: A lamp
                  value: { id: t-1, name: lamp }
        "401":
          description: The credential is not accepted.

  /things/{thingId}:
    parameters:
      - $ref: "#/components/parameters/thingId"
    delete:
      operationId: deleteThing
      tags: [Things]
      summary: Delete a thing
      description: Forgets the thing.
      x-effect: delete
      responses:
        "204":
          description: The thing is deleted.
        "401":
          description: The credential is not accepted.
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Failure"
              examples:
                unauthorized:
                  summary: No credential
                  value: { messages: [No] }

components:
  securitySchemes:
    key:
      type: apiKey
      in: header
      name: Authorization
      x-prefix: "Key "

  parameters:
    thingId:
      name: thingId
      in: path
      required: true
      description: The id of the thing.
      schema:
        type: string
      examples:
        lamp:
          summary: The lamp
          value: t-1

  schemas:
    Thing:
      type: object
      description: A thing.
      required: [id]
      properties:
        id:
          type: string
          description: The id.
        name:
          type: [string, "null"]
          description: The name.

    ThingDraft:
      type: object
      description: A new thing.
      required: [name, token]
      properties:
        name:
          type: string
          description: The name.
        token:
          type: string
          format: password
          writeOnly: true
          description: The secret.
        colour:
          type: string
          description: The colour.
          enum: [RED, BLUE]
          default: RED
        weight:
          type: integer
          description: The weight in grams.
          minimum: 1

    Failure:
      type: object
      description: What went wrong.
      properties:
        messages:
          type: array
          description: In words.
          items:
            type: string
`;
