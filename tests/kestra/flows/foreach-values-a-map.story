CREATED RUNNING FAILED
l: CREATED RUNNING FAILED
  ERROR#1 Unable to resolve state from the Flowable task: com.fasterxml.jackson.databind.exc.MismatchedInputException: Cannot deserialize value of type `java.util.ArrayList<java.lang.Object>` from Object value (token `JsonToken.START_OBJECT`)
variables {"m":{"a":1,"b":2}}
