CREATED RUNNING WARNING
s: CREATED RUNNING WARNING
  outputs {"executionId":"#","state":"WARNING"}
  INFO Created new execution [[link execution="#" flowId="subflow-that-warns-child" namespace="uji.subflow-that-warns"]]
  WARN Subflow execution [[link execution="#" flowId="subflow-that-warns-child" namespace="uji.subflow-that-warns"]] ends in WARNING state
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO WARNING WARNING
