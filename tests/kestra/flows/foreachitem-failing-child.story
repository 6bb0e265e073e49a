CREATED RUNNING FAILED
w: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"uri":"kestra:///…"}
l: CREATED RUNNING FAILED
l/l_split: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"splits":"kestra:///…"}
l/l_items: CREATED RUNNING FAILED
  attempts CREATED FAILED
  outputs {"iterations":{"CREATED":0,"FAILED":1,"RUNNING":0,"SUCCESS":1},"numberOfBatches":2,"#":"/uji/foreachitem-failing-child/foreachitem-failing-child/executions/#/tasks/l-items/#"}
  INFO#1 Created new execution [[link execution="#" flowId="foreachitem-failing-child-child" namespace="uji.foreachitem-failing-child"]]
  INFO#1 Created new execution [[link execution="#" flowId="foreachitem-failing-child-child" namespace="uji.foreachitem-failing-child"]]
