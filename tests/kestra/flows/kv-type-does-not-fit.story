CREATED RUNNING WARNING
a: CREATED SUBMITTED RUNNING WARNING
  attempts CREATED RUNNING FAILED
  ERROR Unrecognized token 'bukan': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
b: CREATED SUBMITTED RUNNING WARNING
  attempts CREATED RUNNING FAILED
  ERROR Unexpected character ('t' (code 116)): was expecting double-quote to start field name
