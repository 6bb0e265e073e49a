CREATED RUNNING SUCCESS
i: CREATED SKIPPED
  attempts CREATED SKIPPED
  outputs {"evaluationResult":true}
w: CREATED SKIPPED
  attempts CREATED SKIPPED
  outputs {"defaults":true,"value":"q2"}
l: CREATED SKIPPED
  attempts CREATED SKIPPED
  outputs {"iterationCount":1}
e: CREATED SKIPPED
  attempts CREATED SKIPPED
s: CREATED SKIPPED
  attempts CREATED SKIPPED
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO {"i":{"evaluationResult":true},"s":{},"l":{"iterationCount":1},"e":{},"w":{"defaults":true,"value":"q2"}}
