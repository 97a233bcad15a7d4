# Starts a step. usage: begin WHAT [ADVICE]
begin() {
  what=$1 advice=${2-} id='' row=''
}
