CREATED RUNNING SUCCESS
a: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"uri":"kestra:///…"}
b: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"droppedItemsTotal":1,"numKeys":2,"processedItemsTotal":3,"uri":"kestra:///…"}
c: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"droppedItemsTotal":1,"processedItemsTotal":3,"uri":"kestra:///…"}
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO {"k":2,"v":"b"}\n{"k":1,"v":"c"}\n
  INFO {"k":1,"v":"a"}\n{"k":1,"v":"c"}\n
