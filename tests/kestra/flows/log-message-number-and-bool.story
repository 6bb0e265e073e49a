CREATED RUNNING FAILED
a: CREATED SUBMITTED RUNNING FAILED
  ERROR Invalid message type 'class java.lang.Integer'
