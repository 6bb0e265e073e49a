CREATED RUNNING SUCCESS
w: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"uri":"kestra:///…"}
l: CREATED RUNNING SUCCESS
l/l_split: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"splits":"kestra:///…"}
l/l_items: CREATED RUNNING SUCCESS
  attempts CREATED SUCCESS
  outputs {"iterations":{"CREATED":0,"RUNNING":0,"SUCCESS":2},"numberOfBatches":2,"#":"/uji/foreachitem-rows-in-batches/foreachitem-rows-in-batches/executions/#/tasks/l-items/#"}
  INFO#1 Created new execution [[link execution="#" flowId="foreachitem-rows-in-batches-child" namespace="uji.foreachitem-rows-in-batches"]]
  INFO#1 Created new execution [[link execution="#" flowId="foreachitem-rows-in-batches-child" namespace="uji.foreachitem-rows-in-batches"]]
l/l_merge: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"subflowOutputs":"kestra:///…"}
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO SUCCESS
