CREATED RUNNING FAILED
v: CREATED RUNNING SUCCESS
i: CREATED RUNNING FAILED
  outputs {"evaluationResult":false}
i/u: CREATED RUNNING SUCCESS
i/b: CREATED SUBMITTED RUNNING SUCCESS
  INFO {"evaluationResult":true}
i/c: CREATED SUBMITTED RUNNING FAILED
  ERROR Task failure
i/e: CREATED SUBMITTED RUNNING SUCCESS
  INFO {"evaluationResult":true}
i/g: CREATED SUBMITTED RUNNING SUCCESS
  INFO {"evaluationResult":true}
af: CREATED SUBMITTED RUNNING SUCCESS
  INFO {"i":{"evaluationResult":false},"b":{},"c":{},"e":{},"g":{}}
variables {"n":"lain"}
