CREATED RUNNING SUCCESS
l: CREATED RUNNING SUCCESS
l/t[s1]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
l/t[s2]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
l/t[s3]#2: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
l/t[s4]#3: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
l/t[s5]#4: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
l/t[s6]#5: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
l/t[s7]#6: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
l/t[s8]#7: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
l/t[s9]#8: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
l/t[s10]#9: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
l/t[s11]#10: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
l/t[s12]#11: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
l/t[s13]#12: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
l/t[s14]#13: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
m: CREATED RUNNING SUCCESS
m/n[a]#0: CREATED RUNNING SUCCESS
m/n[a]#0/o[q]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
m/n[a]#0/o[a]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
m/n[a]#0/o[c]#2: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
m/n[b]#1: CREATED RUNNING SUCCESS
m/n[b]#1/o[q]#0: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
m/n[b]#1/o[a]#1: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
m/n[b]#1/o[c]#2: CREATED SUBMITTED RUNNING SUCCESS
  outputs {"value":"x"}
  DEBUG x
z: CREATED SUBMITTED RUNNING SUCCESS
  INFO ["s3","s4","s5","s6","s7","s8","s9","s11","s10","s13","s12","s14","s1","s2"] ["s3","s4","s5","s6","s7","s8","s9","s11","s10","s13","s12","s14","s1","s2"] {"a":{"q":{"value":"x"},"a":{"value":"x"},"c":{"value":"x"}},"b":{"q":{"value":"x"},"a":{"value":"x"},"c":{"value":"x"}}} ["q","a","c"] ["a","b"]
