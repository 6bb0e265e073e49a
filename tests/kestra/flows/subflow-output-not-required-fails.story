CREATED RUNNING SUCCESS
s6: CREATED RUNNING SUCCESS
  outputs {"executionId":"#","outputs":{"p":3},"state":"SUCCESS"}
  INFO Created new execution [[link execution="#" flowId="subflow-output-not-required-fails-c" namespace="uji.subflow-output-not-required-fails"]]
  WARN Failed to render optional flow output 'o'. Output is ignored.
