CREATED RUNNING FAILED
i: CREATED FAILED
  attempts none
  outputs {"evaluationResult":true}
  ERROR Failed to evaluate the runIf condition for task i. Cause: Unable to find `tiada` used in the expression `{{ tiada }}` at line 1
w: CREATED FAILED
  attempts none
  outputs {"defaults":true,"value":"q2"}
  ERROR Failed to evaluate the runIf condition for task w. Cause: Unable to find `tiada` used in the expression `{{ tiada }}` at line 1
l: CREATED FAILED
  attempts none
  outputs {"iterationCount":1}
  ERROR Failed to evaluate the runIf condition for task l. Cause: Unable to find `tiada` used in the expression `{{ tiada }}` at line 1
s: CREATED FAILED
  attempts none
  ERROR Failed to evaluate the runIf condition for task s. Cause: Unable to find `tiada` used in the expression `{{ tiada }}` at line 1
ww: CREATED FAILED
  attempts none
  ERROR Failed to evaluate the runIf condition for task ww. Cause: Unable to find `tiada` used in the expression `{{ tiada }}` at line 1
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO {"i":{"evaluationResult":true},"s":{},"l":{"iterationCount":1},"w":{"defaults":true,"value":"q2"}}
