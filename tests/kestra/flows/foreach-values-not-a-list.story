CREATED RUNNING FAILED
l: CREATED RUNNING FAILED
  ERROR#1 Unable to resolve state from the Flowable task: com.fasterxml.jackson.core.JsonParseException: Unrecognized token 'bukan': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
