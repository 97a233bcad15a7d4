# Starts a step. usage: begin WHAT [ADVICE]
begin() {
  say "$1"
  what=$1 advice=${2-} id='' row=''
}
